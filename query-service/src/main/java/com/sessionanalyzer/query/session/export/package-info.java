/** Records as files: of any number, in flat memory, with what they are said beside them. */
@NullMarked
package com.sessionanalyzer.query.session.export;

import org.jspecify.annotations.NullMarked;

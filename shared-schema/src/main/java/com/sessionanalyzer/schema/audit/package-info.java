/** Who changed what and when. Knows no domain. */
@NullMarked
package com.sessionanalyzer.schema.audit;

import org.jspecify.annotations.NullMarked;

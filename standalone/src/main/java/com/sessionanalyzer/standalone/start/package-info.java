/** Starting all services, the broker and the database in this process. */
@NullMarked
package com.sessionanalyzer.standalone.start;

import org.jspecify.annotations.NullMarked;

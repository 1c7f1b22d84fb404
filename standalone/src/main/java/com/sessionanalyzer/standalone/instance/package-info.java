/** A data directory, who holds it, and where the instance that holds it can be reached. */
@NullMarked
package com.sessionanalyzer.standalone.instance;

import org.jspecify.annotations.NullMarked;

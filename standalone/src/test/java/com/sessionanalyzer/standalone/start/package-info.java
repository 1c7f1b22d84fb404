@NullMarked
package com.sessionanalyzer.standalone.start;

import org.jspecify.annotations.NullMarked;

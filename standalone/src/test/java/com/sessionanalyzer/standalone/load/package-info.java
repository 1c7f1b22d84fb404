@NullMarked
package com.sessionanalyzer.standalone.load;

import org.jspecify.annotations.NullMarked;

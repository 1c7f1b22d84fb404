@NullMarked
package com.sessionanalyzer.standalone;

import org.jspecify.annotations.NullMarked;

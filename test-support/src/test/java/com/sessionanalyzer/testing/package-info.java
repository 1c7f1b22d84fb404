@NullMarked
package com.sessionanalyzer.testing;

import org.jspecify.annotations.NullMarked;

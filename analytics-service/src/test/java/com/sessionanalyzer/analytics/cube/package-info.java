@NullMarked
package com.sessionanalyzer.analytics.cube;

import org.jspecify.annotations.NullMarked;

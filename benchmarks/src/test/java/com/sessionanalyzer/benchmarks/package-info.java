@NullMarked
package com.sessionanalyzer.benchmarks;

import org.jspecify.annotations.NullMarked;

/** Measures the product: what it reads per second, and what it takes in over HTTP until the broker has it. */
@NullMarked
package com.sessionanalyzer.benchmarks;

import org.jspecify.annotations.NullMarked;

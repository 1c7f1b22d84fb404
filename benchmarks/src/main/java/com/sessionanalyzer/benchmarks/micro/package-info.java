/** What single steps cost, measured with JMH: each runs in a JVM of its own, warmed up. */
@NullMarked
package com.sessionanalyzer.benchmarks.micro;

import org.jspecify.annotations.NullMarked;

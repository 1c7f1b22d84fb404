/** Metrics and traces of all services; knows no domain. */
@NullMarked
package com.sessionanalyzer.observe;

import org.jspecify.annotations.NullMarked;

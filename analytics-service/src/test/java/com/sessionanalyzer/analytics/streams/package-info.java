@NullMarked
package com.sessionanalyzer.analytics.streams;

import org.jspecify.annotations.NullMarked;

@NullMarked
package com.sessionanalyzer.analytics;

import org.jspecify.annotations.NullMarked;

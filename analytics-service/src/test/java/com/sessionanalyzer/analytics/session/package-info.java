@NullMarked
package com.sessionanalyzer.analytics.session;

import org.jspecify.annotations.NullMarked;

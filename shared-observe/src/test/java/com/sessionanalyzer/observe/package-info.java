@NullMarked
package com.sessionanalyzer.observe;

import org.jspecify.annotations.NullMarked;

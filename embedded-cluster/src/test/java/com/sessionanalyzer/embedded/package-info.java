@NullMarked
package com.sessionanalyzer.embedded;

import org.jspecify.annotations.NullMarked;

@NullMarked
package com.sessionanalyzer.torture;

import org.jspecify.annotations.NullMarked;

@NullMarked
package com.sessionanalyzer.torture.simulation;

import org.jspecify.annotations.NullMarked;

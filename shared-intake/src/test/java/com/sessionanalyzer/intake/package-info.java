@NullMarked
package com.sessionanalyzer.intake;

import org.jspecify.annotations.NullMarked;

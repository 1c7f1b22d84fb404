@NullMarked
package com.sessionanalyzer.intake.text;

import org.jspecify.annotations.NullMarked;

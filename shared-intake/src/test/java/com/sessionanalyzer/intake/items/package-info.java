@NullMarked
package com.sessionanalyzer.intake.items;

import org.jspecify.annotations.NullMarked;

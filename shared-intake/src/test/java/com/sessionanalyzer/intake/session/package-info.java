@NullMarked
package com.sessionanalyzer.intake.session;

import org.jspecify.annotations.NullMarked;

@NullMarked
package com.sessionanalyzer.standalone.verify;

import org.jspecify.annotations.NullMarked;

@NullMarked
package com.sessionanalyzer.standalone.generate;

import org.jspecify.annotations.NullMarked;

@NullMarked
package com.sessionanalyzer.standalone.rebuild;

import org.jspecify.annotations.NullMarked;

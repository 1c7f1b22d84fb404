@NullMarked
package com.sessionanalyzer.standalone.instance;

import org.jspecify.annotations.NullMarked;

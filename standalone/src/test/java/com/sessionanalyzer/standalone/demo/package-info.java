@NullMarked
package com.sessionanalyzer.standalone.demo;

import org.jspecify.annotations.NullMarked;

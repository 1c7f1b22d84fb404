/** Topics with explicit settings, created when missing and never altered. */
@NullMarked
package com.sessionanalyzer.schema.topic;

import org.jspecify.annotations.NullMarked;

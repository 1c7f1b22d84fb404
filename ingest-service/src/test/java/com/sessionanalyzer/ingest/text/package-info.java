@NullMarked
package com.sessionanalyzer.ingest.text;

import org.jspecify.annotations.NullMarked;

@NullMarked
package com.sessionanalyzer.ingest.session;

import org.jspecify.annotations.NullMarked;

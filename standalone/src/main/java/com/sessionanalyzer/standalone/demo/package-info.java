/** Made-up but plausible records, posted as any client would post them. */
@NullMarked
package com.sessionanalyzer.standalone.demo;

import org.jspecify.annotations.NullMarked;

/** The Kubernetes manifests: rendered, and held against the schemas of the API and our own rules. */
@NullMarked
package com.sessionanalyzer.standalone.kubernetes;

import org.jspecify.annotations.NullMarked;

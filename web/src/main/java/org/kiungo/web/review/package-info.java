/**
 * What was decided of a plan: draft, reviewed, approved, by whom, when and why; and all that
 * happened to it, as one list.
 */
package org.kiungo.web.review;

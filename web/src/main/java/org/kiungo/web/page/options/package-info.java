/**
 * Two to five comparable plans on one page, for whoever chooses between them: the same rows as a
 * page without scripts, as PDF and as slides.
 */
package org.kiungo.web.page.options;

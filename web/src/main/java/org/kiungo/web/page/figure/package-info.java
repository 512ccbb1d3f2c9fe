/** What figures on pages are, for machines: the same figure has one value wherever it stands. */
package org.kiungo.web.page.figure;

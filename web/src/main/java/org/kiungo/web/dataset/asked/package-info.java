/** What imports are asked before they are stored, in words, and what they are compared with. */
package org.kiungo.web.dataset.asked;

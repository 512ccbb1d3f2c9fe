/** How countries regulate, side by side: in words, as tables and for machines. */
package org.kiungo.web.regulation;

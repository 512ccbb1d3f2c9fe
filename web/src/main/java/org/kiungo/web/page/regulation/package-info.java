/** The page that sets how two countries regulate side by side. */
package org.kiungo.web.page.regulation;

/** Which changed choice, or which edit, brings how much of a difference. */
package org.kiungo.web.attribution;

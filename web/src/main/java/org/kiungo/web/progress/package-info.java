/** What stands of a signed plan: as-built files that are kept, and what follows from them. */
package org.kiungo.web.progress;

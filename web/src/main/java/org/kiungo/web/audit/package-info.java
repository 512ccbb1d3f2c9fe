/** What was done by whom, in a chain that shows when somebody changes it. */
package org.kiungo.web.audit;

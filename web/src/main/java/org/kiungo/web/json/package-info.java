/** How Kiungo's records look as JSON, the same in the API and on the command line. */
package org.kiungo.web.json;

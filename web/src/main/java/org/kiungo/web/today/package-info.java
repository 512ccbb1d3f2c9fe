/** Who has 4G today: how many people, how sure, and where, for pages and maps. */
package org.kiungo.web.today;

/** Who knocks: from which page, by which address; pure rules that filters ask. */
package org.kiungo.web.door;

/** The page on which the drawings of a country's fibre become one network. */
package org.kiungo.web.page.network;

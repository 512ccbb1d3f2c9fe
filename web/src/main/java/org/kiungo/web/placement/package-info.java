/** E-services placed over a network: requests, runs, results and their page. */
package org.kiungo.web.placement;

/** Radio and satellite capacity: what a site or a beam carries. */
package org.kiungo.planner.radio;

/** Schools, clinics and other institutions that use the network beside the people of a place. */
package org.kiungo.planner.model.institution;

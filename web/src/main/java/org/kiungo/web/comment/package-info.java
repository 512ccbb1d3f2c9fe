/** Comments pinned to places, figures and projects of plans; they travel with a plan's archive. */
package org.kiungo.web.comment;

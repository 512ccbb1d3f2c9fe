/** Comments pinned to places and figures of plans; they travel with a plan's archive. */
package org.kiungo.web.comment;

/** Links under which a plan's brief can be read by whoever has them, until they are taken back. */
package org.kiungo.web.share;

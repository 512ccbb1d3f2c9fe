/** Commands about several countries planned together. */
package org.kiungo.web.cli.region;

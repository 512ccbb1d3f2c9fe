/**
 * Lots of a plan: cut when they are asked for, told in files, to registries and to other programs.
 */
package org.kiungo.web.lot;

import { CfnApplication } from 'aws-cdk-lib/aws-appintegrations'
import { CfnIntegrationAssociation, CfnSecurityProfile } from 'aws-cdk-lib/aws-connect'
import { type LineScope, textParameter } from './line-scope.ts'

const namespace = 'permanence.duty-desk'

/** The duty desk as an app in the agent workspace, and the security profile of everybody who works on the line. */
export function deskApp({ scope, core }: Omit<LineScope, 'lines'>, productOrigin: string): void {
  const instanceArn = core.instance.attrArn
  const application = new CfnApplication(scope, 'DutyDesk', {
    name: 'Dienstpost',
    namespace,
    description: 'The duty desk beside the softphone: coaching conversations, families, roster',
    applicationSourceConfig: {
      externalUrlConfig: {
        accessUrl: textParameter(scope, 'DeskUrl', {
          byDefault: 'https://permanence.example.org/desk/',
          description: 'Where the agent workspace finds the duty desk',
        }),
        approvedOrigins: [productOrigin],
      },
    },
    // No permission for the caller's number or name, because the desk does not need them. `Contact.Details.Edit` is required to call out.
    permissions: ['User.Details.View', 'Contact.Details.View', 'Contact.Details.Edit', 'Contact.Attributes.View'],
    applicationConfig: { contactHandling: { scope: 'CROSS_CONTACTS' } },
  })
  const inWorkspace = new CfnIntegrationAssociation(scope, 'DutyDeskInWorkspace', {
    instanceId: instanceArn,
    integrationType: 'APPLICATION',
    integrationArn: application.attrApplicationArn,
  })
  const worker = new CfnSecurityProfile(scope, 'Worker', {
    instanceArn,
    securityProfileName: 'permanence-worker',
    description: 'Takes calls and chats on the line, and sees nothing of other people',
    permissions: ['BasicAgentAccess', 'OutboundCallAccess'],
    applications: [{ namespace, applicationPermissions: ['ACCESS'] }],
  })
  worker.addResourceDependency(inWorkspace)
}
